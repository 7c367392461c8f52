using System.Text;

namespace StravaTools.PowerShell.Schedules;

/// <summary>Something that is done to register or remove a job.</summary>
internal abstract record ScheduleStep
{
    private ScheduleStep()
    {
    }

    /// <summary>Writes a file that only the user can read.</summary>
    public sealed record WriteFile(string Path, string Text, Encoding Encoding) : ScheduleStep
    {
        public WriteFile(string path, string text)
            : this(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
        }

        public override string ToString() => $"# Write {Path}\n{Text.TrimEnd()}\n";
    }

    /// <summary>Deletes a file.</summary>
    public sealed record DeleteFile(string Path) : ScheduleStep
    {
        public override string ToString() => $"# Delete {Path}";
    }

    /// <summary>Runs a program of the system.</summary>
    /// <param name="Program">The program.</param>
    /// <param name="Arguments">Its arguments.</param>
    /// <param name="IsRequired">Whether the next steps depend on it.</param>
    public sealed record Run(string Program, IReadOnlyList<string> Arguments, bool IsRequired = true) : ScheduleStep
    {
        public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(QuoteSpaces));

        private static string QuoteSpaces(string word) => word.Contains(' ') ? $"'{word}'" : word;
    }
}
