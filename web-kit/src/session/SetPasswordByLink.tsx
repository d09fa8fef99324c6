import { useQuery } from "@apollo/client/react";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import * as z from "zod/mini";
import { useMutationForm } from "../forms/useMutationForm";
import { OneTimeLinkDocument, type OneTimeLinkQuery, SetPasswordByLinkDocument } from "../gql/graphql";
import { ErrorState } from "../ui/ErrorState";
import { PageSkeleton } from "../ui/Skeletons";
import { linkPurposeWords } from "../vocabulary/plain-words";
import { AuthLayout } from "./AuthLayout";
import css from "./AuthLayout.module.css";
import { useSession } from "./useSession";

type LinkInfo = NonNullable<OneTimeLinkQuery["oneTimeLink"]>;

const schema = z.object({ password: z.string().check(z.minLength(8), z.maxLength(128)) });

/** Where a one-time link leads: an invitation, a reset, the first administrator. Sets the password and signs in. */
export function SetPasswordByLink({ token }: { token: string }) {
  const { t } = useLingui();
  const { data, error } = useQuery(OneTimeLinkDocument, { variables: { token }, fetchPolicy: "network-only" });
  if (error) return <ErrorState error={error} />;
  if (!data) return <PageSkeleton />;
  if (!data.oneTimeLink) {
    return (
      <AuthLayout title={t`链接已失效`} lead={t`它可能已被使用或超过有效期。`}>
        <Link to="/forgot-password">
          <Trans>重新获取链接</Trans>
        </Link>
      </AuthLayout>
    );
  }
  return <PasswordForm token={token} link={data.oneTimeLink} />;
}

function PasswordForm({ token, link }: { token: string; link: LinkInfo }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { begin } = useSession();
  const { form, submit, busy, alert } = useMutationForm({
    name: "set-password",
    schema,
    defaultValues: { password: "" },
    document: SetPasswordByLinkDocument,
    variables: ({ password }) => ({ input: { token, password } }),
    payload: (data) => data.setPasswordByLink,
    onDone: async ({ me }) => {
      if (me) await begin(me, undefined);
    },
  });
  const { displayName } = link;

  return (
    <AuthLayout title={i18n._(linkPurposeWords[link.purpose])} lead={t`${displayName}，请设置您的登录密码。`}>
      <form className={css.fields} onSubmit={submit} noValidate>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <TextInput label={t`账号（邮箱）`} value={link.login} readOnly autoComplete="username" />
        <PasswordInput
          label={t`新密码`}
          description={t`至少 8 个字符；一句好记的话比复杂的符号更安全。`}
          autoComplete="new-password"
          error={form.formState.errors.password?.message}
          visibilityToggleButtonProps={{ "aria-label": t`显示或隐藏密码` }}
          {...form.register("password")}
        />
        <Button type="submit" loading={busy} fullWidth>
          <Trans>设置密码并登录</Trans>
        </Button>
      </form>
    </AuthLayout>
  );
}
