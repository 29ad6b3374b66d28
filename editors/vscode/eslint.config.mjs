import tseslint from "typescript-eslint";

const fromTestRunner = [{ from: "package", package: "node:test", name: ["test"] }];

export default tseslint.config(
  { ignores: ["dist/", "bundled/", "out-*/", ".vscode-test/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: fromTestRunner }] },
  },
);
