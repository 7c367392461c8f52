using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the documented sport types.</summary>
public sealed class SportTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Matching(wordToComplete).Select(name => new CompletionResult(name, name, CompletionResultType.ParameterValue, $"Strava's sport type {name}"));

    /// <summary>Those that begin with the word come first; a word inside counts too, as ski in AlpineSki.</summary>
    internal static IEnumerable<string> Matching(string? word)
    {
        var text = (word ?? "").Trim('\'', '"');
        return SportType.All.Select(sport => sport.Name)
            .Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
    }
}
