import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "../ui/ConfirmDialog";

/**
 * Asks before unsaved changes are left behind, inside the app and when the tab closes. A change of the address's
 * search part alone is not leaving. After saving, navigate with `ignoreBlocker: true`.
 */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useLingui();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
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
