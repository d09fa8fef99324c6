import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput } from "@mantine/core";
import * as z from "zod/mini";
import { useMutationForm } from "../forms/useMutationForm";
import { ChangePasswordDocument } from "../gql/graphql";
import { toast } from "../ui/Toasts";
import css from "./Sessions.module.css";

const schema = z.object({
  currentPassword: z.string().check(z.minLength(1)),
  newPassword: z.string().check(z.minLength(8), z.maxLength(128)),
});

/** Changes the password; every other session ends with it. */
export function ChangePassword() {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "change-password",
    schema,
    defaultValues: { currentPassword: "", newPassword: "" },
    document: ChangePasswordDocument,
    variables: (input) => ({ input }),
    payload: (data) => data.changePassword,
    onDone: () => {
      form.reset();
      toast.ok(t`密码已更换，其他设备已退出登录`);
    },
  });
  const { errors } = form.formState;
  const toggle = { "aria-label": t`显示或隐藏密码` };
  return (
    <section className="card" aria-labelledby="change-password">
      <h2 id="change-password">
        <Trans>更换密码</Trans>
      </h2>
      <form className={css.form} onSubmit={submit} noValidate>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <PasswordInput
          label={t`当前密码`}
          autoComplete="current-password"
          error={errors.currentPassword?.message}
          visibilityToggleButtonProps={toggle}
          {...form.register("currentPassword")}
        />
        <PasswordInput
          label={t`新密码`}
          description={t`至少 8 个字符；一句好记的话比复杂的符号更安全。`}
          autoComplete="new-password"
          error={errors.newPassword?.message}
          visibilityToggleButtonProps={toggle}
          {...form.register("newPassword")}
        />
        <div>
          <Button type="submit" loading={busy}>
            <Trans>更换密码</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}
