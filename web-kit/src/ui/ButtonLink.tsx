import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";
import css from "./ButtonLink.module.css";

type LookProps = ComponentPropsWithRef<"a"> & {
  /** `filled` is the page's one deed, `outline` any other way on. */
  look?: "filled" | "outline";
  /** `md` for the deed of a page. */
  size?: "xs" | "sm" | "md";
};

function Look({ look = "filled", size = "sm", ...anchor }: LookProps) {
  return <a {...anchor} className={css.link} data-look={look} data-size={size} />;
}

/** A way to another page that looks like the button it is; takes the props of the router's `Link`. */
export const ButtonLink = createLink(Look);
