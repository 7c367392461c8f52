using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using StravaTools.Client;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.Sync.Errors;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.PowerShell.Tests.Help;

/// <summary>Writes about_StravaTools_Errors: the ID, the text, and the recommended action of each error.</summary>
internal static partial class AboutErrors
{
    private const int Width = 80;

    private const string Introduction = """
        TOPIC
            about_StravaTools_Errors

        SHORT DESCRIPTION
            Lists the error IDs and explains the exit codes of scripts.

        LONG DESCRIPTION
            Each error has an ID, which is the beginning of its FullyQualifiedErrorId, and
            a recommended action. In MSBuild, the ID is the code of the error.

            An error in one file or activity does not stop the others: it is written to the
            error stream, and processing continues. A missing login or an invalid parameter
            stops the cmdlet before it reads any input.

                $results = Get-ChildItem rides | Send-StravaUpload -Wait -ErrorVariable problems
                $problems | Group-Object { $_.FullyQualifiedErrorId.Split(',')[0] }

            The errors of the check are the IDs of rules, such as GPX0102.
            Get-ActivityFileRule explains them.

          Exit codes
            PowerShell returns 0 for a script that only wrote errors. A script for a
            scheduled job must set the exit code itself:

                $results = Get-ChildItem rides | Send-StravaUpload -Wait -ErrorVariable problems
                if ($problems) { exit 1 }

            Sync-StravaFolder -PassSummary returns an exit code for jobs; see
            about_StravaTools_Automation.

            dotnet build returns 1 if a task logged an error, except with
            ContinueOnError="WarnAndContinue", which is also called "true".
        """;

    private const string End = """
        SEE ALSO
            about_StravaTools
            about_StravaTools_Automation
            Get-ActivityFileRule
            Send-StravaUpload
        """;

    public static string Write()
    {
        var page = new StringBuilder().Append(Introduction).Append('\n');
        AppendErrors(page, "Errors of every service", typeof(ApiErrors));
        AppendErrors(page, "Errors of Strava", typeof(StravaErrors));
        AppendErrors(page, "Errors of synchronization", typeof(SyncErrors));
        AppendErrors(page, "Errors of scheduled jobs", typeof(ScheduleErrors));
        AppendErrors(page, "Errors of workers and their database", typeof(PostgreSqlErrors));
        AppendErrors(page, "Errors of Decathlon", typeof(DecathlonErrors));
        return page.Append('\n').Append(End).Append('\n').ToString().ReplaceLineEndings("\n");
    }

    private static void AppendErrors(StringBuilder page, string title, Type table)
    {
        page.Append('\n').Append("  ").Append(title).Append('\n');
        var errors = table.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null))
            .OfType<ErrorDescriptor>().OrderBy(error => error.Id, StringComparer.Ordinal);
        foreach (var error in errors)
        {
            page.Append("    ").Append(error.Id).Append('\n');
            AppendWrapped(page, Placeholder.Replace(error.Text, "<value>"));
            AppendWrapped(page, CommandAdvice.RemedyFor(error));
            page.Append('\n');
        }
    }

    private static void AppendWrapped(StringBuilder page, string text)
    {
        const string Indent = "        ";
        var line = Indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + 1 + word.Length > Width && line.Length > Indent.Length)
            {
                page.Append(line).Append('\n');
                line = Indent;
            }

            line = line.Length > Indent.Length ? $"{line} {word}" : line + word;
        }

        page.Append(line).Append('\n');
    }

    [GeneratedRegex(@"\{[0-9](:[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder { get; }
}
