import { useMe } from "@kaidan/web-kit/session/useMe";
import { permissionWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { Checkbox } from "@mantine/core";
import { groupPermissions } from "./permission-groups";
import css from "./RolesPage.module.css";

type ChecksProps = {
  permissions: readonly string[];
  value: readonly string[];
  onChange: (permissions: string[]) => void;
  error?: string;
};

/** Every permission there is, by trade. One you do not hold yourself can't be given by you. */
export function PermissionChecks({ permissions, value, onChange, error }: ChecksProps) {
  const { i18n } = useI18n();
  const { can } = useMe();
  function set(permission: string, on: boolean): void {
    onChange(permissions.filter((each) => (each === permission ? on : value.includes(each))));
  }
  return (
    <div className="stack">
      <div className={css.groups}>
        {groupPermissions(permissions).map((group) => (
          <fieldset key={group.title.id} className={css.group}>
            <legend>{i18n._(group.title)}</legend>
            {group.permissions.map((permission) => (
              <Checkbox
                key={permission}
                label={i18n._(wordOf(permissionWords, permission))}
                description={<span className="mono">{permission}</span>}
                checked={value.includes(permission)}
                disabled={!can(permission) && !value.includes(permission)}
                onChange={(event) => set(permission, event.currentTarget.checked)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {error && (
        <p role="alert" className={css.problem}>
          {error}
        </p>
      )}
    </div>
  );
}
