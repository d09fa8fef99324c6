import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import css from "./DemoPage.module.css";

/** One order from the shop to its acceptance, in the order in which people have to act. */
export function DemoWalk() {
  const { t } = useLingui();
  return (
    <Section title={t`走完一单`}>
      <ol className={css.steps}>
        <li>
          <Trans>在商城选一件商品，填写信息看价格怎么算，下单并支付首期款。</Trans>
        </li>
        <li>
          <Trans>
            选银行转账的，在<Link to="/payments">到账确认</Link>核对凭证；模拟支付会自动到账。
          </Trans>
        </li>
        <li>
          <Trans>
            首期款到账后系统自动派单；在<Link to="/dispatch">派单</Link>可以看评分依据或改派。
          </Trans>
        </li>
        <li>
          <Trans>以服务商登录，接单、开工，按节点提交带照片的进度。</Trans>
        </li>
        <li>
          <Trans>
            在<Link to="/progress">进度审核</Link>按 A 通过，顾客的订单页立即更新。
          </Trans>
        </li>
        <li>
          <Trans>
            服务商申请验收，<Link to="/work">交付审核</Link>通过后由顾客验收和评价；
            <Link to="/ledger">账本</Link>里每一分都有出处。
          </Trans>
        </li>
      </ol>
    </Section>
  );
}
