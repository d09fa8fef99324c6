import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { OnceSecret } from "@kaidan/web-kit/ui/OnceSecret";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Drawer, TextInput } from "@mantine/core";
import { useState } from "react";
import { Controller } from "react-hook-form";
import * as z from "zod";
import { InviteStaffDocument, type RoleChoiceFragment } from "../../gql/graphql";
import { RoleChecks } from "./RoleChecks";

const schema = z.object({
  displayName: z.string().trim().min(1).max(50),
  login: z.email(),
  roleIds: z.array(z.string()).min(1),
});

type InviteProps = {
  opened: boolean;
  roles: readonly RoleChoiceFragment[];
  onClose: () => void;
  onInvited: () => void;
};

/** Invites a colleague in a drawer; the link is shown this once and also sent by mail. */
export function InviteStaff({ opened, roles, onClose, onInvited }: InviteProps) {
  const { t } = useLingui();
  const [link, setLink] = useState<string | null>();
  return (
    <>
      <Drawer
        opened={opened}
        onClose={onClose}
        position="right"
        title={t`邀请员工`}
        closeButtonProps={{ "aria-label": t`关闭` }}
      >
        <InviteForm
          roles={roles}
          onDone={(next) => {
            onClose();
            setLink(next);
            onInvited();
          }}
        />
      </Drawer>
      <OnceSecret secret={link} title={t`员工邀请链接`} onClose={() => setLink(undefined)}>
        <Trans>把链接交给受邀人，用它设置密码后即可登录运营后台；7 天内有效，只能使用一次。</Trans>
      </OnceSecret>
    </>
  );
}

function InviteForm({ roles, onDone }: { roles: InviteProps["roles"]; onDone: (link: string | null) => void }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "invite-staff",
    schema,
    defaultValues: { displayName: "", login: "", roleIds: [] },
    document: InviteStaffDocument,
    variables: (input) => ({ input }),
    payload: (data) => data.inviteStaff,
    onDone: ({ link }) => onDone(link),
  });
  const { errors } = form.formState;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <TextInput label={t`姓名`} data-autofocus error={errors.displayName?.message} {...form.register("displayName")} />
      <TextInput
        label={t`邮箱（登录账号）`}
        type="email"
        autoComplete="off"
        error={errors.login?.message}
        {...form.register("login")}
      />
      <Controller
        control={form.control}
        name="roleIds"
        render={({ field, fieldState }) => (
          <RoleChecks roles={roles} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
        )}
      />
      <div>
        <Button type="submit" loading={busy}>
          <Trans>生成邀请链接</Trans>
        </Button>
      </div>
    </form>
  );
}
