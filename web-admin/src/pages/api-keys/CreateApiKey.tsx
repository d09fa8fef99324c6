import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { CopyText } from "@kaidan/web-kit/ui/CopyText";
import { OnceSecret } from "@kaidan/web-kit/ui/OnceSecret";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Drawer, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { Controller } from "react-hook-form";
import * as z from "zod";
import { CreateApiKeyDocument } from "../../gql/graphql";
import { curlLine } from "./curl-line";
import { ScopeChecks } from "./ScopeChecks";

const dayMs = 24 * 60 * 60 * 1000;
const lives = ["30", "90", "180", "365"] as const;

const schema = z.object({
  name: z.string().trim().min(1).max(60),
  days: z.enum(lives),
  scopes: z.array(z.string()).min(1),
});

type CreateProps = { opened: boolean; scopes: readonly string[]; onClose: () => void; onCreated: () => void };

/** Makes a key in a drawer and shows its secret this once, with a command to try it. */
export function CreateApiKey({ opened, scopes, onClose, onCreated }: CreateProps) {
  const { t } = useLingui();
  const [secret, setSecret] = useState<string | null>();
  return (
    <>
      <Drawer
        opened={opened}
        onClose={onClose}
        position="right"
        title={t`新建 API 密钥`}
        closeButtonProps={{ "aria-label": t`关闭` }}
      >
        <CreateForm
          scopes={scopes}
          onDone={(next) => {
            onClose();
            setSecret(next);
            onCreated();
          }}
        />
      </Drawer>
      <OnceSecret
        secret={secret}
        title={t`API 密钥`}
        onClose={() => setSecret(undefined)}
        after={
          <div>
            <p className="muted small">
              <Trans>在终端里试一试：</Trans>
            </p>
            <CopyText text={curlLine(secret ?? "", location.origin)} label={t`测试命令`} />
          </div>
        }
      >
        <Trans>放进对方系统的密钥管理里，请求时放在 Authorization: Bearer 后面。</Trans>
      </OnceSecret>
    </>
  );
}

function CreateForm({ scopes, onDone }: { scopes: readonly string[]; onDone: (secret: string | null) => void }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "create-api-key",
    schema,
    defaultValues: { name: "", days: "90", scopes: [] },
    document: CreateApiKeyDocument,
    variables: ({ days, ...input }) => ({
      input: { ...input, expiresAt: new Date(Date.now() + Number(days) * dayMs - dayMs / 24).toISOString() },
    }),
    payload: (data) => data.createApiKey,
    onDone: ({ secret }) => onDone(secret),
  });
  const { errors } = form.formState;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <TextInput
        label={t`用途`}
        placeholder={t`例如：财务系统对账`}
        data-autofocus
        error={errors.name?.message}
        {...form.register("name")}
      />
      <NativeSelect label={t`有效期`} error={errors.days?.message} {...form.register("days")}>
        {lives.map((days) => (
          <option key={days} value={days}>
            {t`${days} 天`}
          </option>
        ))}
      </NativeSelect>
      <Controller
        control={form.control}
        name="scopes"
        render={({ field, fieldState }) => (
          <ScopeChecks
            scopes={scopes}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <div>
        <Button type="submit" loading={busy}>
          <Trans>创建密钥</Trans>
        </Button>
      </div>
    </form>
  );
}
