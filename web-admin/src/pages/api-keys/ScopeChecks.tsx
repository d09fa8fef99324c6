import { useMe } from "@kaidan/web-kit/session/useMe";
import { permissionWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";

type ChecksProps = {
  scopes: readonly string[];
  value: readonly string[];
  onChange: (scopes: string[]) => void;
  error?: string;
};

/** What a key may do: a part of what its maker may do. */
export function ScopeChecks({ scopes, value, onChange, error }: ChecksProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  return (
    <Checkbox.Group
      label={t`权限`}
      description={t`只给对方用得到的。`}
      value={[...value]}
      onChange={onChange}
      error={error}
    >
      <div className="stack" style={{ gap: "var(--s2)", marginTop: "var(--s2)" }}>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            value={scope}
            disabled={!can(scope)}
            label={i18n._(wordOf(permissionWords, scope))}
            description={<span className="mono">{scope}</span>}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
