import { joinList } from "@kaidan/web-kit/format/lists";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { permissionWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import type { RoleChoiceFragment } from "../../gql/graphql";
import css from "./RoleChecks.module.css";

type ChecksProps = {
  roles: readonly RoleChoiceFragment[];
  value: readonly string[];
  onChange: (roleIds: string[]) => void;
  error?: string;
};

/** Roles to give; each says what it allows, and one that allows more than you may do can't be given by you. */
export function RoleChecks({ roles, value, onChange, error }: ChecksProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  return (
    <Checkbox.Group label={t`角色`} value={[...value]} onChange={onChange} error={error}>
      <div className={css.checks}>
        {roles.map(({ id, name, permissions }) => {
          const beyond = !permissions.every(can);
          const words = joinList(
            permissions.map((permission) => i18n._(wordOf(permissionWords, permission))),
            i18n.locale,
          );
          return (
            <Checkbox
              key={id}
              value={id}
              label={name}
              disabled={beyond && !value.includes(id)}
              description={beyond ? t`权限超出您自己的，不能由您授予` : words}
            />
          );
        })}
      </div>
    </Checkbox.Group>
  );
}
