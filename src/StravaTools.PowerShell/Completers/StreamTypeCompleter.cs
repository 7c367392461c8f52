using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Completers;

/// <summary>Completes the types of streams.</summary>
public sealed class StreamTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        StravaStreamTypes.All
            .Where(type => type.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(type => new CompletionResult(type));
}
