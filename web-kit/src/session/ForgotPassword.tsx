import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import * as z from "zod/mini";
import { useMutationForm } from "../forms/useMutationForm";
import { RequestPasswordResetDocument } from "../gql/graphql";
import { AuthLayout } from "./AuthLayout";
import css from "./AuthLayout.module.css";
import { MailboxHint } from "./MailboxHint";

const schema = z.object({ login: z.email() });

/** Asks for a link to set a new password. It answers alike whether the account exists or not. */
export function ForgotPassword() {
  const { t } = useLingui();
  const [sentTo, setSentTo] = useState<string>();
  const { form, submit, busy, alert } = useMutationForm({
    name: "forgot-password",
    schema,
    defaultValues: { login: "" },
    document: RequestPasswordResetDocument,
    variables: (input) => ({ input }),
    payload: (data) => data.requestPasswordReset,
    onDone: (_payload, { login }) => setSentTo(login),
  });

  return (
    <AuthLayout title={t`找回密码`} lead={t`我们会把重设密码的链接发到您的邮箱。`}>
      {sentTo ? (
        <>
          <Alert color="brand">
            <Trans>如果 {sentTo} 已注册，几分钟内会收到邮件。链接 1 小时内有效，只能使用一次。</Trans>
          </Alert>
          <MailboxHint />
        </>
      ) : (
        <form className={css.fields} onSubmit={submit} noValidate>
          {alert && (
            <Alert color="red" role="alert">
              {alert}
            </Alert>
          )}
          <TextInput
            label={t`账号（邮箱）`}
            type="email"
            autoComplete="username"
            error={form.formState.errors.login?.message}
            {...form.register("login")}
          />
          <Button type="submit" loading={busy} fullWidth>
            <Trans>发送链接</Trans>
          </Button>
        </form>
      )}
      <Link to="/sign-in" className="small">
        <Trans>返回登录</Trans>
      </Link>
    </AuthLayout>
  );
}
