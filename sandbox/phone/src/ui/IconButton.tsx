import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Icon } from "./Icon";
import styles from "./ui.module.css";

type Props = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  icon: LucideIcon;
  label: string;
  size?: number;
};

/** A button that shows an icon alone; its label is read aloud and shown on hover. */
export function IconButton({ icon, label, size = 20, className, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${styles["iconButton"]} ${className ?? ""}`}
      {...rest}
    >
      <Icon of={icon} size={size} />
    </button>
  );
}
