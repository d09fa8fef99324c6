import { Trans } from "@lingui/react/macro";
import css from "./SkipLink.module.css";

/** The first stop of the Tab key: past the navigation to the page. The layout's `<main>` has `id="main"`. */
export function SkipLink() {
  return (
    <a href="#main" className={css.skip}>
      <Trans>跳到内容</Trans>
    </a>
  );
}
