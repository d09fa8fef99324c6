import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { CircleAlert, CircleCheck } from "lucide-react";
import { oneOfParam } from "../app/search-params";
import { safeNext } from "../session/useSession";
import type { BindingSearch } from "./binding-search";
import { returnNotes, returnWords } from "./return-words";
import css from "./WechatBinding.module.css";

/** Why somebody who came from WeChat stands here, and the way on to where they wanted to go. */
export function ReturnNotice({ search: { wechat, to }, bound }: { search: BindingSearch; bound: boolean }) {
  const { i18n } = useLingui();
  const Icon = bound ? CircleCheck : CircleAlert;
  // Whoever has bound meanwhile has no use for the reason why they were not signed in.
  const note = bound && wechat === "unbound" ? "bound" : oneOfParam(returnNotes, wechat);
  if (!note && !to) return null;
  return (
    <div className={css.notice} role="status">
      <Icon size={20} strokeWidth={1.5} aria-hidden />
      <div>
        {note && <p>{i18n._(returnWords[note])}</p>}
        {to && (
          <p>
            <a href={safeNext(to)}>
              <Trans>继续前往刚才的页面</Trans>
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
