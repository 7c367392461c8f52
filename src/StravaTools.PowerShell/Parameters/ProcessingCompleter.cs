using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes when a fake processes an upload.</summary>
public sealed class ProcessingCompleter : IArgumentCompleter
{
    private static readonly (string Text, string Tip)[] All =
    [
        ("immediate", "The first poll finds the activity."),
        ("polls:2", "That many polls find it still being processed."),
        ("seconds:5", "It takes that many seconds."),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        All.Where(entry => entry.Text.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(entry => new CompletionResult(entry.Text, entry.Text, CompletionResultType.ParameterValue, entry.Tip));
}
