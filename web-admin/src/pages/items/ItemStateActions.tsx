import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ActivateServiceItemDocument, type ItemDetailsFragment, RetireServiceItemDocument } from "../../gql/graphql";

type ActionsProps = { staffItem: ItemDetailsFragment; onStale: () => void };

/** Activating opens an item to suppliers and products; retiring closes it to new ones. */
export function ItemStateActions({ staffItem, onStale }: ActionsProps) {
  const { t } = useLingui();
  const { item, availableActions } = staffItem;
  const name = item.name;
  const [retiring, setRetiring] = useState(false);
  const activation = useAct(ActivateServiceItemDocument, (data) => data.activateServiceItem);
  const retirement = useAct(RetireServiceItemDocument, (data) => data.retireServiceItem);
  const input = { itemId: item.id, version: item.version };

  async function activate(): Promise<void> {
    if (await activation.act({ input })) toast.ok(t`已启用 ${name}`);
    else onStale();
  }
  async function retire(): Promise<void> {
    if (await retirement.act({ input })) toast.ok(t`已停用 ${name}`);
    else onStale();
    setRetiring(false);
  }

  return (
    <>
      {availableActions.includes("RETIRE") && (
        <Button variant="default" onClick={() => setRetiring(true)}>
          <Trans>停用</Trans>
        </Button>
      )}
      {availableActions.includes("ACTIVATE") && (
        <Button loading={activation.busy} onClick={() => void activate()}>
          <Trans>启用</Trans>
        </Button>
      )}
      <ConfirmDialog
        opened={retiring}
        onClose={() => setRetiring(false)}
        title={t`停用 ${name}？`}
        confirmLabel={t`停用`}
        danger
        busy={retirement.busy}
        onConfirm={() => void retire()}
      >
        <Trans>停用后不能再加入商品，服务商也不能再报价；进行中的服务单不受影响。</Trans>
      </ConfirmDialog>
    </>
  );
}
