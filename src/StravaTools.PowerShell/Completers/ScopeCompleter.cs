using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using StravaTools.Client;

namespace StravaTools.PowerShell.Completers;

/// <summary>Completes the scopes of Strava.</summary>
public sealed class ScopeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        StravaLogin.Scopes
            .Where(type => type.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(type => new CompletionResult(type));
}
