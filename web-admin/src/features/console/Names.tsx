import { joinList } from "@kaidan/web-kit/format/lists";
import { useLingui } from "@lingui/react";

/** The names of several things in one line. */
export function Names({ of }: { of: readonly { readonly name: string }[] }) {
  const { i18n } = useLingui();
  return joinList(
    of.map(({ name }) => name),
    i18n.locale,
  );
}
