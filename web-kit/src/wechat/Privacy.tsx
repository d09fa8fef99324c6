import { Trans } from "@lingui/react/macro";
import css from "./WechatBinding.module.css";

/** What a binding keeps of a person, what for, and how it ends. */
export function Privacy() {
  return (
    <section id="wechat-privacy" className={css.privacy} aria-labelledby="wechat-privacy-title" tabIndex={-1}>
      <h2 id="wechat-privacy-title">
        <Trans>我们如何使用您的微信信息</Trans>
      </h2>
      <ul>
        <li>
          <Trans>只保存微信给本服务号的一个编号（OpenID），不取您的昵称、头像、手机号和好友。</Trans>
        </li>
        <li>
          <Trans>只用来推送您自己的通知、回答您的查询，以及从微信打开时免登录（运营后台除外）。</Trans>
        </li>
        <li>
          <Trans>在这里解绑，或在服务号里回复「解绑」，随时停止使用。</Trans>
        </li>
      </ul>
    </section>
  );
}
