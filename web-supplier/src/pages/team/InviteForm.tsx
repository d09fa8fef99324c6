import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { roleWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Radio, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { InviteColleagueDocument } from "../../gql/graphql";
import css from "./InviteForm.module.css";
import { roleDuties } from "./role-guide";

const schema = z.object({
  displayName: z.string().trim().min(1).max(30),
  login: z.email(),
  role: z.enum(["OWNER", "DISPATCHER", "WORKER", "FINANCE"]),
});

type InviteFormProps = { onClose: () => void; onDone: (link: string | null, name: string) => void };

/** Whom to invite and as what; `onDone` gets the link, which the server says only this once. */
export function InviteForm({ onClose, onDone }: InviteFormProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { form, submit, busy, alert } = useMutationForm({
    name: "invite-colleague",
    schema,
    defaultValues: { displayName: "", login: "", role: "WORKER" },
    document: InviteColleagueDocument,
    variables: (input) => ({ input }),
    payload: (data) => data.inviteColleague,
    onDone: ({ link }, { displayName }) => onDone(link, displayName),
  });
  const { errors } = form.formState;
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <TextInput
        data-autofocus
        label={t`姓名`}
        autoComplete="off"
        error={errors.displayName?.message}
        {...form.register("displayName")}
      />
      <TextInput
        label={t`登录邮箱`}
        type="email"
        inputMode="email"
        autoComplete="off"
        error={errors.login?.message}
        {...form.register("login")}
      />
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <Radio.Group label={t`角色`} value={field.value} onChange={field.onChange} error={errors.role?.message}>
            <div className={css.roles}>
              {roleDuties.map(({ role, duty }) => (
                <Radio key={role} value={role} label={i18n._(roleWords[role])} description={i18n._(duty)} />
              ))}
            </div>
          </Radio.Group>
        )}
      />
      <div className={css.actions}>
        <Button variant="default" onClick={onClose}>
          <Trans>取消</Trans>
        </Button>
        <Button type="submit" loading={busy}>
          <Trans>生成邀请链接</Trans>
        </Button>
      </div>
    </form>
  );
}
