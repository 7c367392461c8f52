using System.Collections.Frozen;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats;

/// <summary>The words that a format has for Strava's sport types: one table for reading and for writing.</summary>
internal sealed class SportTable
{
    private readonly FrozenDictionary<string, SportType> _typesByWord;
    private readonly FrozenDictionary<string, string> _wordsByType;

    /// <param name="wordsByType">The words for each sport type. All of them are read; the first is the one to write.</param>
    /// <param name="comparer">How words are compared.</param>
    public SportTable(IReadOnlyDictionary<string, string[]> wordsByType, StringComparer comparer)
    {
        _typesByWord = wordsByType
            .SelectMany(row => row.Value.Select(word => (Word: word, Type: SportType.Parse(row.Key))))
            .ToFrozenDictionary(entry => entry.Word, entry => entry.Type, comparer);
        _wordsByType = wordsByType.ToFrozenDictionary(row => row.Key, row => row.Value[0], StringComparer.Ordinal);
    }

    /// <summary>The sport type that a word means; null for an unlisted word.</summary>
    public SportType? FindType(string word) => _typesByWord.GetValueOrDefault(word);

    /// <summary>The word to write for a sport type; null if the format has none.</summary>
    public string? FindWord(SportType type) => _wordsByType.GetValueOrDefault(type.Name);
}
