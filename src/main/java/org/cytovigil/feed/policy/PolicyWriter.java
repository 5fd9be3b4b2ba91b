package org.cytovigil.feed.policy;

import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.tomlj.Toml;

/** Writes the full, documented policy file. */
final class PolicyWriter {
    private PolicyWriter() {}

    static String write(SitePolicy policy) {
        StringBuilder file = new StringBuilder(head(policy.version()));
        String section = "";
        for (Setting<?> setting : Settings.all()) {
            SettingName name = SettingName.of(setting);
            if (!name.section().equals(section)) {
                section = name.section();
                file.append("\n[").append(section).append("]\n");
            }
            write(file, policy, setting);
        }
        return file.toString();
    }

    private static String head(String version) {
        return """
        # The site policy of CytoVigil: what this site decides where the criteria are silent.
        # A setting that is left out has its default. Amounts stand in quotation marks with their unit,
        # spans of time in h, min or d, short ones in min or s.

        # Names this set of decisions; it is kept with every grade. Give a changed policy a new name.
        version = %s
        """
                .formatted(quoted(version));
    }

    private static <T> void write(StringBuilder file, SitePolicy policy, Setting<T> setting) {
        String standard = setting.type().write(setting.standard());
        String value = policy.text(setting);
        file.append("\n# ").append(setting.meaning());
        file.append("\n# default: ").append(standard);
        file.append("; permitted: ").append(setting.type().permitted());
        file.append("\n# source: ").append(setting.source()).append('\n');
        file.append(SettingName.of(setting).name()).append(" = ");
        file.append(setting.type().quoted() ? quoted(value) : value).append('\n');
    }

    private static String quoted(String text) {
        return "\"" + Toml.tomlEscape(text) + "\"";
    }
}
