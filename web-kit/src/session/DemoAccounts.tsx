import { Trans } from "@lingui/react/macro";
import { ChevronRight } from "lucide-react";
import css from "./AuthLayout.module.css";
import { useAppName } from "./useAppName";
import { type Setting, useSetting } from "./useSetting";

type DemoAccount = Setting["demoAccounts"][number];

/** In try-it mode, one tap signs in as any of the prepared people of this app; otherwise nothing. */
export function DemoAccounts({ busy, onChoose }: { busy: boolean; onChoose: (account: DemoAccount) => void }) {
  const setting = useSetting();
  const app = useAppName();
  const accounts = setting?.demo ? setting.demoAccounts.filter((account) => account.app === app) : [];
  if (accounts.length === 0) return null;
  return (
    <section className={css.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">
        <Trans>演示账号，点一下即可登录</Trans>
      </h2>
      <ul className={`list ${css.accounts}`}>
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" className={css.account} disabled={busy} onClick={() => onChoose(account)}>
              <span className={css.initial} aria-hidden>
                {account.displayName.slice(0, 1)}
              </span>
              <span className={css.names}>
                <strong>{account.displayName}</strong>
                <small>{account.role}</small>
              </span>
              <ChevronRight size={18} strokeWidth={1.5} color="var(--ink-3)" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
