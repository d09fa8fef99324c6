import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from "react";
import css from "./Sheet.module.css";

type SheetProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays at the lower edge while the content scrolls. */
  foot?: ReactNode;
};

/**
 * A layer over the page: from below on a phone, from the right on a desk. Render it only while it is open. It is the
 * browser's own dialog: focus stays inside, Escape and a press beside it close it, focus returns afterwards.
 */
export function Sheet({ title, onClose, children, foot }: SheetProps) {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  const close = useEffectEvent(onClose);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (!element.open) element.showModal();
    const cancel = (event: Event) => {
      event.preventDefault();
      close();
    };
    const press = (event: MouseEvent) => {
      if (event.target === element) close();
    };
    element.addEventListener("cancel", cancel);
    element.addEventListener("click", press);
    return () => {
      element.removeEventListener("cancel", cancel);
      element.removeEventListener("click", press);
    };
  }, []);

  return (
    <dialog ref={dialog} className={css.sheet} aria-labelledby={titleId}>
      <div className={css.panel}>
        <header className={css.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={css.close} onClick={onClose} aria-label={t`关闭`}>
            <X size={20} strokeWidth={1.5} aria-hidden />
          </button>
        </header>
        <div className={css.body}>{children}</div>
        {foot && <footer className={css.foot}>{foot}</footer>}
      </div>
    </dialog>
  );
}
