import type { FormEvent, ReactNode } from "react";
import css from "./FormGrid.module.css";

/** Gives a Mantine field the whole line of a `FormGrid`: `wrapperProps={wideField}`. */
export const wideField = { "data-wide": true };

/** Fields side by side where there is room. */
export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={css.grid}>{children}</div>;
}

/** The width of a form that fills a page: lines stay short enough to read. */
export function FormPage({ onSubmit, children }: { onSubmit: (event: FormEvent) => void; children: ReactNode }) {
  return (
    <form className={`stack ${css.form}`} onSubmit={onSubmit} noValidate>
      {children}
    </form>
  );
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
