import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import * as z from "zod/mini";
import { useMutationForm } from "../forms/useMutationForm";
import { CompleteSignUpDocument, RequestSignUpDocument } from "../gql/graphql";
import { AuthLayout } from "./AuthLayout";
import css from "./AuthLayout.module.css";
import { MailboxHint } from "./MailboxHint";
import type { Account } from "./useMe";
import { useSession } from "./useSession";

const emailSchema = z.object({ login: z.email() });
const accountSchema = z.object({
  code: z.string().check(z.trim(), z.regex(/^\d{6}$/)),
  password: z.string().check(z.minLength(8), z.maxLength(128)),
  displayName: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  phone: z.string().check(z.trim(), z.regex(/^\+?\d[\d -]{6,18}$/)),
});

/** Opens a customer account in two steps: an e-mail proved by a six-digit code, then name and password. */
export function SignUp({ promise }: { promise?: ReactNode }) {
  const { t } = useLingui();
  const { begin } = useSession();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const [login, setLogin] = useState<string>();
  const lead = login ? t`验证码已发到 ${login}，15 分钟内有效。` : t`先验证邮箱，再设置密码。`;
  return (
    <AuthLayout title={t`注册账号`} lead={lead} promise={promise}>
      <SignUpForm login={login} onLogin={setLogin} onSignedIn={(me) => begin(me, next)} />
      <div className={`${css.links} small`}>
        <Link to="/sign-in">
          <Trans>已有账号，去登录</Trans>
        </Link>
        {login && (
          <button type="button" className={css.plain} onClick={() => setLogin(undefined)}>
            <Trans>换一个邮箱</Trans>
          </button>
        )}
      </div>
    </AuthLayout>
  );
}

type SignUpFormProps = {
  /** The e-mail that a code was sent to; undefined in the first step. */
  login: string | undefined;
  onLogin: (login: string) => void;
  onSignedIn: (me: Account) => void | Promise<void>;
};

/** The fields of the two steps alone, for a page or for a sheet over one. */
export function SignUpForm({ login, onLogin, onSignedIn }: SignUpFormProps) {
  return login ? <AccountForm login={login} onSignedIn={onSignedIn} /> : <EmailForm onSent={onLogin} />;
}

function EmailForm({ onSent }: { onSent: (login: string) => void }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "request-sign-up",
    schema: emailSchema,
    defaultValues: { login: "" },
    document: RequestSignUpDocument,
    variables: (input) => ({ input }),
    payload: (data) => data.requestSignUp,
    onDone: (_payload, { login }) => onSent(login),
  });
  return (
    <form className={css.fields} onSubmit={submit} noValidate>
      <Refusal words={alert} />
      <TextInput
        label={t`邮箱`}
        type="email"
        autoComplete="email"
        error={form.formState.errors.login?.message}
        {...form.register("login")}
      />
      <Button type="submit" loading={busy} fullWidth>
        <Trans>发送验证码</Trans>
      </Button>
    </form>
  );
}

function AccountForm({ login, onSignedIn }: { login: string; onSignedIn: SignUpFormProps["onSignedIn"] }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: `sign-up:${login}`,
    schema: accountSchema,
    defaultValues: { code: "", password: "", displayName: "", phone: "" },
    document: CompleteSignUpDocument,
    variables: (values) => ({ input: { login, ...values } }),
    payload: (data) => data.completeSignUp,
    onDone: async ({ me }) => {
      if (me) await onSignedIn(me);
    },
  });
  const { errors } = form.formState;
  return (
    <form className={css.fields} onSubmit={submit} noValidate>
      <Refusal words={alert} />
      <MailboxHint />
      <TextInput
        label={t`验证码`}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        error={errors.code?.message}
        {...form.register("code")}
      />
      <TextInput
        label={t`称呼`}
        autoComplete="name"
        error={errors.displayName?.message}
        {...form.register("displayName")}
      />
      <TextInput
        label={t`手机号`}
        type="tel"
        autoComplete="tel"
        error={errors.phone?.message}
        {...form.register("phone")}
      />
      <PasswordInput
        label={t`密码`}
        description={t`至少 8 个字符；一句好记的话比复杂的符号更安全。`}
        autoComplete="new-password"
        error={errors.password?.message}
        visibilityToggleButtonProps={{ "aria-label": t`显示或隐藏密码` }}
        {...form.register("password")}
      />
      <Button type="submit" loading={busy} fullWidth>
        <Trans>注册并登录</Trans>
      </Button>
    </form>
  );
}

function Refusal({ words }: { words: string | undefined }) {
  if (!words) return null;
  return (
    <Alert color="red" role="alert">
      {words}
    </Alert>
  );
}
