import { roleWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import css from "./RoleGuide.module.css";
import { roleDuties } from "./role-guide";

/** What each role may do. */
export function RoleGuide() {
  const { i18n } = useLingui();
  return (
    <section className="card stack" aria-labelledby="roles">
      <h2 id="roles">
        <Trans>四种角色</Trans>
      </h2>
      <dl className={css.roles}>
        {roleDuties.map(({ role, duty }) => (
          <div key={role}>
            <dt>{i18n._(roleWords[role])}</dt>
            <dd className="muted">{i18n._(duty)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
