import type { ReactNode } from "react";
import css from "./FormGrid.module.css";

/** Fields side by side where there is room; a field with `data-wide` takes the whole line. */
export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={css.grid}>{children}</div>;
}

/** The buttons of a page-long form, always in sight at the lower edge. */
export function FormFooter({ children }: { children: ReactNode }) {
  return <div className={css.footer}>{children}</div>;
}

/** All fields of a page-long form; disabled, they can be read but not changed. */
export function FormFieldset({ disabled, children }: { disabled: boolean; children: ReactNode }) {
  return (
    <fieldset className={`stack ${css.fieldset}`} disabled={disabled}>
      {children}
    </fieldset>
  );
}
