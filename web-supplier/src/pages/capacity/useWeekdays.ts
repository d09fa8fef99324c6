import { useLingui } from "@lingui/react/macro";

/** The days of the week from Monday, with their short names. */
export function useWeekdays(): { value: number; label: string }[] {
  const { t } = useLingui();
  return [t`周一`, t`周二`, t`周三`, t`周四`, t`周五`, t`周六`, t`周日`].map((label, index) => ({
    value: index + 1,
    label,
  }));
}
