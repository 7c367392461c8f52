using System.Runtime.CompilerServices;

namespace StravaTools.Activities.Formats.Xml;

/// <content>Points whose tags are those of the point before.</content>
internal sealed partial class Utf8XmlScanner
{
    private readonly XmlPointPattern _pattern = names.Pattern;

    /// <summary>The name of the last point in the window, if the point has the pattern, and nothing follows it; otherwise -1.</summary>
    private int _patternPosition = -1;

    /// <summary>The name of the point that is being recorded.</summary>
    private int _recordedPosition;

    /// <summary>Reports the tags of the pattern with the values of this point.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Outcome ReadPredictedPoint(int length)
    {
        var start = _position;
        var place = start + _pattern.PositionOf(_pattern.Tags[0].NamePlace);
        if (_patternPosition >= 0)
        {
            _window.PassLines(_patternPosition, place, _pattern.Lines, _pattern.Column);
        }

        _patternPosition = place;
        _position += length;
        foreach (ref readonly var tag in _pattern.Tags)
        {
            _namePosition = start + _pattern.PositionOf(tag.NamePlace);
            if (tag.Attributes is not { } attributes)
            {
                reader.LeaveElement(FindText(start, tag));
            }
            else if (!EnterPredictedElement(start, tag, attributes))
            {
                return Outcome.IsEnough;
            }
        }

        _last = _pattern.Tags[0].Name;
        _hasEnded = true;
        return Outcome.Read;
    }

    private ReadOnlySpan<byte> FindText(int start, in XmlPatternTag tag)
    {
        if (tag.ValueCount == 0)
        {
            return [];
        }

        var (at, length) = _pattern.FindValue(tag.FirstValue);
        return _window.Bytes.Slice(start + at, length);
    }

    private bool EnterPredictedElement(int start, in XmlPatternTag tag, XmlAttributeName[] attributes)
    {
        _attributeCount = tag.ValueCount;
        if (tag.ValueCount > 0)
        {
            _last = tag.Name;
            _last.Attributes = attributes;
        }

        for (var i = 0; i < tag.ValueCount; i++)
        {
            var (at, length) = _pattern.FindValue(tag.FirstValue + i);
            _attributes[i] = new AttributePlace(start + at, length, IsEncoded: false);
        }

        return reader.EnterElement(tag.Name, tag.ValueCount);
    }

    /// <summary>Called before the position moves to the end of the tag.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RecordStart(XmlName name)
    {
        if (name.IsPoint)
        {
            StopRecording();
            _pattern.BeginPoint(_position);
            _recordedPosition = _namePosition;
        }

        _pattern.AddStart(name, _namePosition, _attributeCount);
        for (var i = 0; i < _attributeCount; i++)
        {
            ref readonly var attribute = ref _attributes[i];
            if (attribute.IsEncoded)
            {
                StopRecording();
                return;
            }

            _pattern.AddValue(_window.Bytes, attribute.Value, attribute.Length);
        }
    }

    /// <param name="name">The name.</param>
    /// <param name="textLength">The length of the text before the tag, if it counts.</param>
    /// <param name="length">The length of the text and the tag.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RecordEnd(XmlName name, int textLength, int length)
    {
        if (textLength > 0)
        {
            _pattern.AddValue(_window.Bytes, _position - length, textLength);
        }

        _pattern.AddEnd(name, _namePosition, textLength > 0);
        if (name.IsPoint && _pattern.EndPoint(_window.Bytes[.._position]))
        {
            _patternPosition = _recordedPosition;
        }
    }

    private void StopRecording()
    {
        _pattern.Abort();
        _patternPosition = -1;
    }
}
