import { useLingui } from "@lingui/react/macro";
import { Menu } from "lucide-react";
import { useState } from "react";
import css from "./Menu.module.css";
import type { MenuValues } from "./menu-schema";

/** The bar below the chat as a follower sees it; a press on a button opens its list. */
export function MenuPreview({ draft }: { draft: MenuValues["draft"] }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<number | undefined>(() => {
    const first = draft.findIndex(({ kind }) => kind === "MENU");
    return first === -1 ? undefined : first;
  });
  const shown = open === undefined ? undefined : draft[open];
  return (
    <div className={css.phone}>
      <div className={css.chat}>
        {shown?.kind === "MENU" && (
          <ul className={`list ${css.list}`} style={{ insetInlineStart: `${((open ?? 0) * 100) / draft.length}%` }}>
            {shown.children.map((child, index) => (
              <li key={index}>{child.name || "…"}</li>
            ))}
          </ul>
        )}
      </div>
      <fieldset className={css.bar}>
        <legend className="visually-hidden">{t`菜单预览`}</legend>
        {draft.map((button, index) => (
          <button
            key={index}
            type="button"
            aria-expanded={button.kind === "MENU" ? open === index : undefined}
            onClick={() => setOpen(open === index ? undefined : index)}
          >
            {button.kind === "MENU" && <Menu size={12} strokeWidth={1.5} aria-hidden />}
            <span>{button.name || "…"}</span>
          </button>
        ))}
      </fieldset>
    </div>
  );
}
