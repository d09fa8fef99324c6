import { Trans } from "@lingui/react/macro";
import type { TemplateRowFragment } from "../../gql/graphql";
import css from "./Templates.module.css";

/** Each row of a card with the key it is sent by, the template's number, and what is wrong with it. */
export function TemplateFields({ template: { fields, templateId, problem } }: { template: TemplateRowFragment }) {
  return (
    <div className={css.mapping}>
      {templateId && <span className="mono muted">{templateId}</span>}
      <ul className={`list ${css.fields}`}>
        {fields.map(({ name, label, key, type }) => (
          <li key={name}>
            {label} <span aria-hidden>→</span>{" "}
            {key ? (
              <span className="mono">{key}</span>
            ) : (
              <span className={css.unmapped}>
                <Trans>未对应（{type}）</Trans>
              </span>
            )}
          </li>
        ))}
      </ul>
      {problem && <p className={css.problem}>{problem}</p>}
    </div>
  );
}
