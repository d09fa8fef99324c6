import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Drawer } from "@mantine/core";
import { useState } from "react";
import { Controller } from "react-hook-form";
import * as z from "zod";
import {
  ChangeStaffRolesDocument,
  DisableStaffDocument,
  type RoleChoiceFragment,
  type StaffRowFragment,
} from "../../gql/graphql";
import { RoleChecks } from "./RoleChecks";

type ActionsProps = {
  member: StaffRowFragment;
  roles: readonly RoleChoiceFragment[];
  /** Nobody shuts themselves out by a slip. */
  isMe: boolean;
  onStale: () => void;
};

/** Changing a colleague's roles in a drawer, or shutting them out at once. */
export function StaffActions({ member, roles, isMe, onStale }: ActionsProps) {
  const { t } = useLingui();
  const { id: staffId, version, displayName } = member;
  const [open, setOpen] = useState<"ROLES" | "DISABLE">();
  const shutting = useAct(DisableStaffDocument, (data) => data.disableStaff);
  const close = () => setOpen(undefined);

  async function disable(): Promise<void> {
    if (await shutting.act({ input: { staffId, version } })) toast.ok(t`已停用 ${displayName} 的账号`);
    else onStale();
    close();
  }

  return (
    <>
      <Button size="xs" variant="default" aria-label={t`修改 ${displayName} 的角色`} onClick={() => setOpen("ROLES")}>
        <Trans>修改角色</Trans>
      </Button>
      {!isMe && (
        <Button size="xs" variant="default" aria-label={t`停用 ${displayName}`} onClick={() => setOpen("DISABLE")}>
          <Trans>停用</Trans>
        </Button>
      )}
      <Drawer
        opened={open === "ROLES"}
        onClose={close}
        position="right"
        title={t`${displayName} 的角色`}
        closeButtonProps={{ "aria-label": t`关闭` }}
      >
        <RolesForm member={member} roles={roles} onDone={close} onStale={onStale} />
      </Drawer>
      <ConfirmDialog
        opened={open === "DISABLE"}
        onClose={close}
        title={t`停用 ${displayName} 的账号？`}
        confirmLabel={t`停用`}
        danger
        busy={shutting.busy}
        onConfirm={() => void disable()}
      >
        <Trans>所有设备立即退出登录，此后无法再登录；做过的事仍保留在记录里。</Trans>
      </ConfirmDialog>
    </>
  );
}

const schema = z.object({ roleIds: z.array(z.string()).min(1) });

type RolesFormProps = Omit<ActionsProps, "isMe"> & { onDone: () => void };

function RolesForm({ member, roles, onDone, onStale }: RolesFormProps) {
  const { t } = useLingui();
  const { id: staffId, version } = member;
  const { form, submit, busy, alert } = useMutationForm({
    name: `change-roles:${staffId}`,
    schema,
    defaultValues: { roleIds: member.roles.map(({ id }) => id) },
    document: ChangeStaffRolesDocument,
    variables: ({ roleIds }) => ({ input: { staffId, version, roleIds } }),
    payload: (data) => data.changeStaffRoles,
    onDone: () => {
      toast.ok(t`角色已更新，立即生效`);
      onDone();
    },
    onRefused: onStale,
  });
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <Controller
        control={form.control}
        name="roleIds"
        render={({ field, fieldState }) => (
          <RoleChecks roles={roles} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
        )}
      />
      <div>
        <Button type="submit" loading={busy}>
          <Trans>保存</Trans>
        </Button>
      </div>
    </form>
  );
}
