import { formatMoney } from "@kaidan/web-kit/format/money";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import {
  ResumeSupplierDocument,
  type SupplierDetailsFragment,
  SuspendSupplierDocument,
  TerminateSupplierDocument,
} from "../../gql/graphql";
import { OpenWork } from "./OpenWork";

type ActionsProps = { supplier: SupplierDetailsFragment; onStale: () => void };

/** Suspending stops new work at once and leaves what is open; both directions need a reason for the record. */
export function SupplierStateActions({ supplier, onStale }: ActionsProps) {
  const { t } = useLingui();
  const { id: supplierId, name, version, availableActions, openTicketCount } = supplier;
  const [open, setOpen] = useState<"SUSPEND" | "RESUME" | "TERMINATE">();
  const suspension = useAct(SuspendSupplierDocument, (data) => data.suspendSupplier);
  const resumption = useAct(ResumeSupplierDocument, (data) => data.resumeSupplier);
  const openMatters = (data: string | null) => {
    const { tickets, owed, reservations } = JSON.parse(data ?? "{}") as Record<string, number>;
    const money = formatMoney(String(owed ?? 0));
    return t`还不能终止：未完成服务单 ${tickets} 张，已预约 ${reservations} 天，未结清 ${money}。`;
  };
  const ending = useAct(
    TerminateSupplierDocument,
    (data) => data.terminateSupplier,
    (refused) => {
      if (refused.code !== "SUPPLIER_HAS_OPEN") return false;
      toast.refused(openMatters(refused.data ?? null));
      return true;
    },
  );
  const left = openTicketCount > 0 ? t`还有 ${openTicketCount} 张服务单未完成，请逐张跟进。` : "";

  async function suspend(reason: string): Promise<void> {
    const done = await suspension.act({ input: { supplierId, version, reason } });
    setOpen(undefined);
    if (done) toast.ok(t`已停用 ${name}。${left}`);
    else onStale();
  }
  async function resume(reason: string): Promise<void> {
    const done = await resumption.act({ input: { supplierId, version, reason } });
    setOpen(undefined);
    if (done) toast.ok(t`已恢复 ${name}`);
    else onStale();
  }

  async function terminate(reason: string): Promise<void> {
    const done = await ending.act({ input: { supplierId, version, reason } });
    setOpen(undefined);
    if (done) toast.ok(t`已终止与 ${name} 的合作`);
    else onStale();
  }

  return (
    <>
      {availableActions.includes("TERMINATE") && (
        <Button variant="default" color="red" onClick={() => setOpen("TERMINATE")}>
          <Trans>终止合作</Trans>
        </Button>
      )}
      {availableActions.includes("SUSPEND") && (
        <Button variant="default" onClick={() => setOpen("SUSPEND")}>
          <Trans>停用</Trans>
        </Button>
      )}
      {availableActions.includes("RESUME") && (
        <Button onClick={() => setOpen("RESUME")}>
          <Trans>恢复合作</Trans>
        </Button>
      )}
      <ReasonDialog
        opened={open === "SUSPEND"}
        onClose={() => setOpen(undefined)}
        title={t`停用 ${name}？`}
        reasons={[t`资质过期`, t`多次爽约`, t`质量投诉核实`]}
        confirmLabel={t`停用`}
        busy={suspension.busy}
        onConfirm={(reason) => void suspend(reason)}
      >
        <OpenWork supplier={supplier} consequence="SUSPEND" />
      </ReasonDialog>
      <ReasonDialog
        opened={open === "TERMINATE"}
        onClose={() => setOpen(undefined)}
        title={t`终止与 ${name} 的合作？`}
        reasons={[t`合同到期`, t`双方协商`, t`严重违约`]}
        confirmLabel={t`终止合作`}
        busy={ending.busy}
        onConfirm={(reason) => void terminate(reason)}
      >
        <OpenWork supplier={supplier} consequence="TERMINATE" />
      </ReasonDialog>
      <ReasonDialog
        opened={open === "RESUME"}
        onClose={() => setOpen(undefined)}
        title={t`恢复与 ${name} 的合作`}
        reasons={[t`资质已更新`, t`整改完成`]}
        confirmLabel={t`恢复合作`}
        busy={resumption.busy}
        onConfirm={(reason) => void resume(reason)}
      />
    </>
  );
}
