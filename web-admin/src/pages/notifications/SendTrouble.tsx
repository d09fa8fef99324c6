import { reasonWords, verdictWords } from "@kaidan/web-kit/vocabulary/delivery-words";
import { useLingui } from "@lingui/react";
import type { NoticeSendRowFragment } from "../../gql/graphql";
import css from "./Notifications.module.css";

/** Why a send did not arrive, or was not made: in words, with the code, and what the other side said. */
export function SendTrouble({ send: { verdict, error, reason } }: { send: NoticeSendRowFragment }) {
  const { i18n } = useLingui();
  const words = reason ? i18n._(reasonWords[reason]) : verdict && i18n._(verdictWords[verdict]);
  if (!error) return words ?? <span className="muted">—</span>;
  return (
    <details className={css.trouble}>
      <summary>{words ?? error.split("\n")[0]}</summary>
      {verdict && <span className="mono muted">{verdict}</span>}
      <pre>{error}</pre>
    </details>
  );
}
