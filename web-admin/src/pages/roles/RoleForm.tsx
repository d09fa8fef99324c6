import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Controller } from "react-hook-form";
import * as z from "zod";
import { FormFieldset } from "../../features/console/FormGrid";
import { StaleNotice } from "../../features/console/StaleNotice";
import { type RoleDetailsFragment, SaveRoleDocument } from "../../gql/graphql";
import { PermissionChecks } from "./PermissionChecks";
import css from "./RolesPage.module.css";

const schema = z.object({ name: z.string().trim().min(1).max(40), permissions: z.array(z.string()).min(1) });

type RoleFormProps = {
  role: RoleDetailsFragment | undefined;
  permissions: readonly string[];
  onSaved: (role: RoleDetailsFragment) => void | Promise<void>;
  reload: () => Promise<RoleDetailsFragment | undefined>;
};

/** A role's name and permissions. What changes here holds for all its members at once. */
export function RoleForm({ role, permissions, onSaved, reload }: RoleFormProps) {
  const { t } = useLingui();
  const [held, setHeld] = useState(role);
  const [stale, setStale] = useState(false);
  const { form, submit, busy, alert } = useMutationForm({
    name: `save-role:${held?.id ?? "new"}`,
    schema,
    defaultValues: valuesOf(held),
    document: SaveRoleDocument,
    variables: (values) => ({ input: { ...values, id: held?.id ?? null, version: held?.version ?? null } }),
    payload: (data) => data.saveRole,
    onDone: async ({ role: saved }) => {
      if (!saved) return;
      take(saved);
      await onSaved(saved);
    },
    onRefused: ({ userErrors }) => {
      const outdated = userErrors.some(({ code }) => code === "STALE_VERSION");
      setStale(outdated);
      return outdated;
    },
  });

  function take(next: RoleDetailsFragment): void {
    setHeld(next);
    setStale(false);
    form.reset(valuesOf(next));
  }

  return (
    <form className={`stack ${css.form}`} onSubmit={submit} noValidate>
      {stale && (
        <StaleNotice
          onReload={async () => {
            const newest = await reload();
            if (newest) take(newest);
          }}
        />
      )}
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      {held?.editable === false && (
        <p className="muted">
          <Trans>管理员始终拥有全部权限，包括升级后新增的，因此不能修改。</Trans>
        </p>
      )}
      <FormFieldset disabled={held?.editable === false}>
        <TextInput label={t`角色名称`} error={form.formState.errors.name?.message} {...form.register("name")} />
        <Controller
          control={form.control}
          name="permissions"
          render={({ field, fieldState }) => (
            <PermissionChecks
              permissions={permissions}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
        {held?.editable !== false && (
          <div>
            <Button type="submit" loading={busy} disabled={held !== undefined && !form.formState.isDirty}>
              <Trans>保存角色</Trans>
            </Button>
          </div>
        )}
      </FormFieldset>
      <LeaveGuard dirty={form.formState.isDirty} searchKey="role" />
    </form>
  );
}

const valuesOf = (role: RoleDetailsFragment | undefined) => ({
  name: role?.name ?? "",
  permissions: role?.permissions ?? [],
});
