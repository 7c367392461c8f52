using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes one of some words.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    private readonly IEnumerable<string> _words;

    private protected WordCompleter(IEnumerable<string> words) => _words = words;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        _words.Where(word => word.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase)).Select(word => new CompletionResult(word));
}
