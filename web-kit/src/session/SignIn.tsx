import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import * as z from "zod/mini";
import { useMutationForm } from "../forms/useMutationForm";
import { SignInDocument } from "../gql/graphql";
import { AuthLayout } from "./AuthLayout";
import css from "./AuthLayout.module.css";
import { DemoAccounts } from "./DemoAccounts";
import type { Account } from "./useMe";
import { useSession } from "./useSession";

const schema = z.object({
  login: z.string().check(z.trim(), z.minLength(1)),
  password: z.string().check(z.minLength(1)),
});

type SignInProps = {
  title: string;
  lead?: string;
  promise?: ReactNode;
  /** Further ways in, e.g. the link to sign up. */
  children?: ReactNode;
};

/** The sign-in page of an app; returns to `?next=` afterwards. In try-it mode it offers the demo accounts. */
export function SignIn({ title, lead, promise, children }: SignInProps) {
  const { begin } = useSession();
  const { next } = useSearch({ strict: false }) as { next?: string };
  return (
    <AuthLayout title={title} lead={lead} promise={promise}>
      <SignInForm onSignedIn={(me) => begin(me, next)}>{children}</SignInForm>
    </AuthLayout>
  );
}

type SignInFormProps = { onSignedIn: (me: Account) => void | Promise<void>; children?: ReactNode };

/** The fields alone, for a page or for a sheet over one. */
export function SignInForm({ onSignedIn, children }: SignInFormProps) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "sign-in",
    schema,
    defaultValues: { login: "", password: "" },
    document: SignInDocument,
    variables: (input) => ({ input }),
    payload: (data) => data.signIn,
    onDone: async ({ me }) => {
      if (me) await onSignedIn(me);
    },
  });
  const { errors } = form.formState;

  return (
    <>
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
          inputMode="email"
          error={errors.login?.message}
          {...form.register("login")}
        />
        <PasswordInput
          label={t`密码`}
          autoComplete="current-password"
          error={errors.password?.message}
          visibilityToggleButtonProps={{ "aria-label": t`显示或隐藏密码` }}
          {...form.register("password")}
        />
        <Button type="submit" loading={busy} fullWidth>
          <Trans>登录</Trans>
        </Button>
        <div className={`${css.links} small`}>
          <Link to="/forgot-password">
            <Trans>忘记密码？</Trans>
          </Link>
          {children}
        </div>
      </form>
      <DemoAccounts
        busy={busy}
        onChoose={(account) => {
          form.reset({ login: account.login, password: account.password });
          submit();
        }}
      />
    </>
  );
}
