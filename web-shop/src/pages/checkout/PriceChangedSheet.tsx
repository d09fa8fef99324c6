import { minusFen } from "@kaidan/web-kit/format/money";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PriceBreakdown } from "@kaidan/web-kit/ui/PriceBreakdown";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Sheet } from "../../features/sheet/Sheet";
import type { PriceFragment } from "../../gql/graphql";
import css from "./CheckoutPage.module.css";

type PriceChangedSheetProps = {
  before: PriceFragment;
  now: PriceFragment;
  onAccept: () => void;
  onClose: () => void;
};

/** The price moved while the customer was filling in: old, new and the difference; nothing is ordered before a yes. */
export function PriceChangedSheet({ before, now, onAccept, onClose }: PriceChangedSheetProps) {
  const { t } = useLingui();
  const difference = minusFen(now.total, before.total);
  return (
    <Sheet
      title={t`价格有变化，请确认`}
      onClose={onClose}
      foot={
        <div className={css.answers}>
          <Button variant="default" onClick={onClose}>
            <Trans>再想想</Trans>
          </Button>
          <Button onClick={onAccept}>
            <Trans>按新价格提交</Trans>
          </Button>
        </div>
      }
    >
      <p className="muted">
        <Trans>您填写期间，服务商调整了价格。订单还没有提交。</Trans>
      </p>
      <dl className={css.compare}>
        <div>
          <dt>
            <Trans>原价格</Trans>
          </dt>
          <dd>
            <Money fen={before.total} look="struck" />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>新价格</Trans>
          </dt>
          <dd>
            <Money fen={now.total} look="hero" />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>相差</Trans>
          </dt>
          <dd>
            {difference.startsWith("-") ? "" : "+"}
            <Money fen={difference} />
          </dd>
        </div>
      </dl>
      <PriceBreakdown total={now.total} lines={now.lines} effects={[...now.rules, ...now.coupons]} tax={now.tax} />
    </Sheet>
  );
}
