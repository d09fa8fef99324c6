import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { PauseSupplierDocument, UnpauseSupplierDocument } from "../../gql/graphql";
import type { OwnSupplier } from "./Organisation";

/** Holidays, or too much work: the owner stops all new offers for a while, and takes them again. */
export function PauseSupplier({ supplier, onRefused }: { supplier: OwnSupplier; onRefused: () => void }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const pausing = useAct(PauseSupplierDocument, (data) => data.pauseSupplier);
  const resuming = useAct(UnpauseSupplierDocument, (data) => data.unpauseSupplier);
  const variables = { input: { version: supplier.version } };
  const may = (action: string) => supplier.availableActions.includes(action);

  async function pause(): Promise<void> {
    const done = await pausing.act(variables);
    setOpened(false);
    if (done) toast.ok(t`已暂停，不会再收到新派单`);
    else onRefused();
  }
  async function resume(): Promise<void> {
    if (await resuming.act(variables)) toast.ok(t`已恢复接单`);
    else onRefused();
  }
  if (may("UNPAUSE")) {
    return (
      <div>
        <Button loading={resuming.busy} onClick={() => void resume()}>
          <Trans>恢复全部接单</Trans>
        </Button>
      </div>
    );
  }
  if (!may("PAUSE")) return null;
  return (
    <div>
      <Button variant="default" onClick={() => setOpened(true)}>
        <Trans>暂停全部接单</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t`暂停全部接单？`}
        confirmLabel={t`暂停全部接单`}
        busy={pausing.busy}
        onConfirm={() => void pause()}
      >
        <Trans>暂停期间，商城不再展示本单位，也不再派新单；已接的服务照常完成。随时可以恢复。</Trans>
      </ConfirmDialog>
    </div>
  );
}
