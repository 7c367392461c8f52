using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes a parameter's value from a list of words.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    private protected WordCompleter()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        return FindMatches(GetWords(fakeBoundParameters), typed)
            .Select(word => new CompletionResult(Quote(word), word, CompletionResultType.ParameterValue, GetTooltip(word)));
    }

    /// <summary>Returns all words.</summary>
    /// <param name="boundParameters">The parameters that are already on the command line.</param>
    private protected abstract IEnumerable<string> GetWords(IDictionary boundParameters);

    /// <summary>Returns the description that is shown next to a word.</summary>
    private protected abstract string GetTooltip(string word);

    /// <summary>
    /// Returns the words that contain what was typed, for example BARBELL_BACK_SQUAT for squat. Words that begin with it come first.
    /// </summary>
    private protected virtual IEnumerable<string> FindMatches(IEnumerable<string> words, string typed) => words
        .Where(word => word.Contains(typed, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    private static string Quote(string word)
    {
        if (word.Contains(' ', StringComparison.Ordinal))
        {
            return $"'{word}'";
        }

        return word;
    }
}
