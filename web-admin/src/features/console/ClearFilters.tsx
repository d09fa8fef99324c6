import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";

/** A list that is empty only because of its filters: offers the way out of them. */
export function ClearFilters({ onClear }: { onClear: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`没有符合条件的结果`}
      action={
        <Button variant="default" onClick={onClear}>
          <Trans>清除筛选</Trans>
        </Button>
      }
    />
  );
}
