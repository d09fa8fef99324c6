import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "../ui/ConfirmDialog";

type LeaveGuardProps = {
  dirty: boolean;
  /** The search parameter that says what is edited; without one, a change of the search part alone is not leaving. */
  searchKey?: string;
};

/**
 * Asks before unsaved changes are left behind, inside the app and when the tab closes. After saving, navigate with
 * `ignoreBlocker: true`.
 */
export function LeaveGuard({ dirty, searchKey }: LeaveGuardProps) {
  const { t } = useLingui();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const valueIn = (search: Record<string, unknown>) => (searchKey ? search[searchKey] : undefined);
      return dirty && (current.pathname !== next.pathname || valueIn(current.search) !== valueIn(next.search));
    },
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      title={t`放弃未保存的修改？`}
      confirmLabel={t`放弃修改`}
      danger
      onConfirm={() => blocker.proceed?.()}
    >
      <Trans>这一页还有没保存的内容，离开后不会保留。</Trans>
    </ConfirmDialog>
  );
}
