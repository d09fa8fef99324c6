import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { fenToYuanText, parseYuan } from "../format/money";

type MoneyInputProps = Omit<TextInputProps, "value" | "onChange" | "defaultValue"> & {
  /** 分 as a string; "" while empty. */
  value: string;
  /** Gets 分, or "" for what is empty or no amount. */
  onChange: (fen: string) => void;
};

/** People type yuan, the form holds 分. What was typed stays as typed until the field is left. */
export function MoneyInput({ value, onChange, onBlur, ...input }: MoneyInputProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === "" ? "" : fenToYuanText(value));
  return (
    <TextInput
      {...input}
      inputMode="decimal"
      autoComplete="off"
      leftSection="¥"
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(parseYuan(text) ?? "");
      }}
      onBlur={(event) => {
        if (typed !== undefined && (typed.trim() === "" || parseYuan(typed) !== null)) setTyped(undefined);
        onBlur?.(event);
      }}
    />
  );
}
